package revisage.lineup.design;

import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.store.MatchRow;
import revisage.store.PlainPicture;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.ResultTables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Plain coloured squares as people: a folder of photos, folders of reconstructions and what a
/// matcher found. Person `i` is called `Name-i` and has three photos; the first is the source.
///
/// @param folder where all lies
/// @param people how many
public record PaintedMatches(Path folder, int people) {

    /// Reads any PNG.
    public static final PhotoDecoder DECODER = file -> PlainPicture.read(read(file), file);

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(int person) {
        return "Name-" + person;
    }

    static String photo(int person, int number) {
        return name(person) + "/" + number + ".png";
    }

    /// The labelled folder of photos.
    public Path photos() throws Exception {
        Path photos = folder.resolve("photos");
        for (int p = 0; p < people; p++) {
            for (int i = 0; i < 3; i++) {
                paint(photos.resolve(photo(p, i)), 40 + i, p);
            }
        }
        return photos;
    }

    private static void paint(Path file, int red, int green) throws Exception {
        byte[] rgb = new byte[FaceImage.VALUES];
        Arrays.fill(rgb, (byte) red);
        for (int i = 1; i < rgb.length; i += 3) {
            rgb[i] = (byte) (green * 5);
        }
        PlainPicture.write(new Photo(FaceImage.SIDE, FaceImage.SIDE, rgb), file);
    }

    /// A method whose matcher puts the right person at `rank`, or nowhere if it is 0.
    public Source method(String name, int rank, int length) throws Exception {
        Path made = folder.resolve(name);
        List<Reconstruction> rows = new ArrayList<>();
        List<MatchRow> matches = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            String image = "images/" + p + ".png";
            paint(made.resolve(image), 200, p);
            rows.add(
                    new Reconstruction(
                            photo(p, 0), name(p), image, name, "", 10, 0.5, 1, 1, "sha"));
            int other = p;
            for (int r = 1; r <= length; r++) {
                other = r == rank ? other : (other + 1) % people;
                int shown = r == rank ? p : other;
                matches.add(
                        new MatchRow(
                                photo(p, 0), name(p), r, photo(shown, 1), name(shown), 1.0 / r));
            }
        }
        ReconstructionTable.write(rows, made.resolve(ReconstructionTable.FILE));
        Path table = folder.resolve(name + ".csv");
        ResultTables.writeMatches(matches, "painted", table);
        return Source.read(made, table, Optional.empty());
    }
}
