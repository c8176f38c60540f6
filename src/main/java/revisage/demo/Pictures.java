package revisage.demo;

import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.Portrait;
import revisage.store.SmallPicture;
import revisage.store.StoreException;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// Pictures as addresses that hold them, so that a page is one file.
///
/// @param people labelled folder that the ids of photographs start from
record Pictures(Path people, FaceReader reader) {

    /// @param id path below the folder
    String photograph(String id) throws WorkException, InterruptedException {
        Path file = people.resolve(id);
        FaceResult read = reader.read(new Portrait(id, "nobody", file));
        return switch (read) {
            case FaceResult.Usable usable ->
                    address("image/jpeg", SmallPicture.jpeg(usable.face()));
            case FaceResult.Excluded(_, String reason) ->
                    throw new StoreException(
                            "The picture %s cannot be used: %s.".formatted(file, reason),
                            "Delete it; the same command draws it again.");
        };
    }

    /// With its mark, as it was written.
    String estimate(Path png) throws FileException {
        try {
            return address("image/png", Files.readAllBytes(png));
        } catch (IOException e) {
            throw FileException.of("read the estimate", png, e);
        }
    }

    static String drawing(byte[] svg) {
        return address("image/svg+xml", svg);
    }

    private static String address(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
