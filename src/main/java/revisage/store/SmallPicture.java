package revisage.store;

import revisage.face.FaceImage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Faces as small files: for looking at, and for other systems.
public final class SmallPicture {

    private static final float QUALITY = 0.9f;

    private SmallPicture() {}

    /// The pixels as they are, some 20 kB: what another system is handed.
    public static byte[] png(FaceImage face) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(FacePicture.of(face.toPhoto()), "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// Some 5 kB.
    public static byte[] jpeg(FaceImage face) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(FacePicture.of(face.toPhoto()), null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
