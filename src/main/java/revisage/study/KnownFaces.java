package revisage.study;

import revisage.face.FaceImage;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.people.Portrait;
import revisage.work.Dice;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A sample of faces of people with two photos or more, and the pairs that can be made of them.
///
/// @param faces one or more a person
/// @param people of each face
public record KnownFaces(List<FaceImage> faces, List<String> people) {

    private static final int PEOPLE = 100;
    private static final int PHOTOS_A_PERSON = 3;

    public KnownFaces {
        faces = List.copyOf(faces);
        people = List.copyOf(people);
        if (faces.size() != people.size()) {
            throw new IllegalArgumentException("one person a face");
        }
    }

    /// Draws at most 100 people with two or three photos each.
    ///
    /// @param seed the same seed draws the same
    /// @throws PeopleException if there are fewer than two people with two usable photos
    public static KnownFaces draw(LabelledFolder folder, FaceReader reader, long seed)
            throws WorkException, InterruptedException {
        Map<String, List<Portrait>> byPerson = new LinkedHashMap<>();
        for (Portrait p : folder.portraits()) {
            byPerson.computeIfAbsent(p.person(), _ -> new ArrayList<>()).add(p);
        }
        List<List<Portrait>> several =
                new ArrayList<>(byPerson.values().stream().filter(p -> p.size() > 1).toList());
        Collections.shuffle(several, new Random(Dice.seed(seed, 1)));
        List<Portrait> drawn =
                several.stream()
                        .limit(PEOPLE)
                        .flatMap(p -> p.stream().limit(PHOTOS_A_PERSON))
                        .toList();
        var faces = new ArrayList<FaceImage>();
        var people = new ArrayList<String>();
        reader.readAll(
                drawn,
                result -> {
                    switch (result) {
                        case FaceResult.Usable usable -> {
                            faces.add(usable.face());
                            people.add(usable.portrait().person());
                        }
                        case FaceResult.Excluded _ -> {}
                    }
                });
        var known = new KnownFaces(faces, people);
        if (known.mated() == 0 || known.impostors() == 0) {
            throw new PeopleException(
                    "In %s there are not two people with two usable photos each."
                            .formatted(folder.root()),
                    "Name a folder with several photos of several people, or do without --images.");
        }
        return known;
    }

    /// Pairs of one person.
    public int mated() {
        return count(true);
    }

    /// Pairs of different people.
    public int impostors() {
        return count(false);
    }

    private int count(boolean same) {
        int pairs = 0;
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += people.get(i).equals(people.get(j)) == same ? 1 : 0;
            }
        }
        return pairs;
    }

    /// Cosines of the pairs of one person.
    ///
    /// @param vectors `(faces, d)`
    float[] matedScores(float[] vectors, int d) {
        return scores(vectors, d, true);
    }

    /// Cosines of the pairs of different people.
    ///
    /// @param vectors `(faces, d)`
    float[] impostorScores(float[] vectors, int d) {
        return scores(vectors, d, false);
    }

    private float[] scores(float[] vectors, int d, boolean same) {
        double[] lengths = new double[faces.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.sqrt(dot(vectors, i, i, d));
        }
        float[] scores = new float[count(same)];
        int next = 0;
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (people.get(i).equals(people.get(j)) == same) {
                    double product = lengths[i] * lengths[j]; // 0: an answer without direction
                    scores[next++] = product == 0 ? 0 : (float) (dot(vectors, i, j, d) / product);
                }
            }
        }
        return scores;
    }

    private static double dot(float[] vectors, int i, int j, int d) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
            sum += (double) vectors[i * d + k] * vectors[j * d + k];
        }
        return sum;
    }
}
