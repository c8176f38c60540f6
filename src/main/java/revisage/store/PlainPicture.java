package revisage.store;

import revisage.face.Photo;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Pictures as PNG files that say nothing but their pixels: no name, no place, no way of making.
public final class PlainPicture {

    private PlainPicture() {}

    /// Whole or not at all.
    public static void write(Photo photo, Path png) throws WorkException, InterruptedException {
        var picture = FacePicture.of(photo);
        WholeFile.write(
                "write the picture",
                png,
                half -> {
                    if (!ImageIO.write(picture, "png", half.toFile())) {
                        throw new IOException("no writer for PNG");
                    }
                });
    }

    /// Of a small JPEG or PNG that this program made.
    ///
    /// @param from for the message
    public static Photo read(byte[] encoded, Path from) throws WorkException {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(encoded));
            if (picture == null) {
                throw new IOException("no picture");
            }
            return FacePicture.of(picture);
        } catch (IOException e) {
            throw FileException.of("read a small picture", from, e);
        }
    }
}
