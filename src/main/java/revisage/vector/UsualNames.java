package revisage.vector;

import java.util.Locale;
import java.util.Optional;

/// What people call the columns, keys and arrays of a vector file.
public enum UsualNames {
    /// Names one vector.
    ID(
            """
            id ids _id key keys uuid guid index vector_id image images image_id image_path img \
            path paths file files filename filenames file_name photo face_id record_id\
            """),
    /// Names the person.
    LABEL(
            """
            label labels person persons people person_id identity identities subject subjects \
            subject_id class classes name names user user_id target targets y\
            """),
    /// Holds the vectors.
    VECTOR(
            """
            vector vectors embedding embeddings emb embs feature features feat feats \
            feature_vector descriptor descriptors encoding encodings template templates \
            representation x arr_0 face_embedding face_embeddings\
            """);

    private final String names;

    UsualNames(String names) {
        this.names = " " + names + " ";
    }

    /// What a column of this name holds; empty if the name is not usual. Case does not matter.
    public static Optional<UsualNames> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (UsualNames role : values()) {
            if (!plain.isEmpty() && role.names.contains(" " + plain + " ")) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
