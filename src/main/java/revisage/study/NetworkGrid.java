package revisage.study;

import revisage.people.PhotoCount;
import revisage.train.PairMaking;
import revisage.train.ReconstructorPlan;
import revisage.train.TrainingData;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Networks that a study trains where they are missing: each method on each set of faces for each
/// of the plan's extractors.
///
/// @param folder where trained networks are kept, for any number of studies; made if it is missing
/// @param methods one or more, as in a plan of `train reconstructor`
/// @param sets of faces, one or more
/// @param pairs made of each face
/// @param heldOut people of each set who are never learned; 12
/// @param threads cores a network is trained on; all
public record NetworkGrid(
        String folder,
        List<ReconstructorPlan.Method> methods,
        List<Set> sets,
        Optional<PairMaking> pairs,
        Optional<Integer> heldOut,
        Optional<Integer> threads) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    public NetworkGrid {
        methods = List.copyOf(methods);
        sets = List.copyOf(sets);
        if (methods.isEmpty() || sets.isEmpty()) {
            throw new IllegalArgumentException("'networks' needs one method and one set, or more.");
        }
        var names = new HashSet<String>();
        for (Set set : sets) {
            for (ReconstructorPlan.Method method : methods) {
                if (!names.add(name(method, set))) {
                    throw new IllegalArgumentException(
                            "'networks' has " + name(method, set) + " twice.");
                }
            }
        }
    }

    /// Faces to learn from: synthetic people or a labelled folder.
    ///
    /// @param name for files and tables: letters, digits, `-`, `_`
    /// @param images a labelled folder
    /// @param people which of the folder's; all if it is left out
    /// @param synthetic people made by code
    public record Set(
            String name,
            Optional<String> images,
            Optional<PhotoCount> people,
            Optional<TrainingData.Synthetic> synthetic) {

        public Set {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "name is up to 32 letters, digits, '-' and '_', not '" + name + "'");
            }
            if (images.isPresent() == synthetic.isPresent()
                    || (people.isPresent() && images.isEmpty())) {
                throw new IllegalArgumentException(
                        "a set has 'images' (with 'people' if not all) or 'synthetic'.");
            }
        }

        /// The folder's faces, where it is one.
        Optional<StudyPlan.Faces> faces() {
            return images.map(i -> new StudyPlan.Faces(i, people));
        }
    }

    /// What a network is called: `nbnet-lfw`.
    static String name(ReconstructorPlan.Method method, Set set) {
        return method.chosen().method() + "-" + set.name();
    }
}
