package revisage.people.synthetic;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What stays the same on all photos of a person.
///
/// @param seed of everything that is drawn from the person
/// @param female or male; evenly drawn
/// @param age years
/// @param ita individual typology angle of the skin, degrees, high is pale
/// @param shape values of all traits that last
record Identity(
        long seed,
        boolean female,
        float age,
        float ita,
        Map<HeadTrait, Float> shape,
        Skin skin,
        Eyes eyes,
        Brows brows,
        Mouth mouth,
        Hair hair,
        Beard beard,
        Ears ears,
        Glasses glasses) {

    Identity {
        shape = Collections.unmodifiableMap(new EnumMap<>(shape));
    }

    /// @param base reflectance of the cheek
    /// @param red strength of redness on cheeks and nose, 0..1
    /// @param blotches strength of unevenness, 0..1
    /// @param freckles 0..1
    /// @param moles how many
    /// @param lines strength of age lines, 0..1
    /// @param bags darkness under the eyes, 0..1
    /// @param shine of the surface, 0..1
    record Skin(
            Colour base,
            float red,
            float blotches,
            float freckles,
            int moles,
            float lines,
            float bags,
            float shine,
            int pattern) {}

    /// All lengths in mm.
    ///
    /// @param half half the length of the opening
    /// @param upper height of the upper lid over the line of the corners
    /// @param lower depth of the lower lid
    /// @param tilt rise from the inner to the outer corner
    /// @param crease height of the crease over the lid, 0 if there is none
    /// @param lash darkness of the line of lashes, 0..1
    record Eyes(
            float half,
            float upper,
            float lower,
            float tilt,
            float crease,
            float lash,
            float shadow,
            Colour iris,
            Colour ring,
            float irisRadius) {}

    /// @param height over the pupils, mm
    /// @param thick mm
    /// @param arch rise of the middle, mm
    /// @param tilt rise from the inner to the outer end, mm
    /// @param from inner end, mm from the middle of the face
    /// @param to outer end, mm
    /// @param dense 0..1
    record Brows(
            float height,
            float thick,
            float arch,
            float tilt,
            float from,
            float to,
            float dense,
            Colour colour) {}

    /// @param half half the width, mm
    /// @param upper height of the upper lip, mm
    /// @param lower height of the lower lip, mm
    /// @param bow depth of the bow, mm
    /// @param corner fall of the corners, mm
    record Mouth(float half, float upper, float lower, float bow, float corner, Colour lips) {}

    /// @param line shift of the hairline upwards, mm
    /// @param recede how far the temples are bare, 0..1
    /// @param thick of the layer of hair, mm
    /// @param hang height down to which it hangs, mm below the pupils
    /// @param edge azimuth of its front edge where it hangs, degrees
    /// @param curl 0..1
    /// @param fringe how far the fringe comes down, mm
    /// @param part side of the parting, -1..1
    record Hair(
            HairStyle style,
            Colour colour,
            float grey,
            float line,
            float recede,
            float thick,
            float hang,
            float edge,
            float curl,
            float fringe,
            float part,
            Colour cloth,
            int pattern) {}

    /// @param length mm, 0 for none
    /// @param moustache 0..1
    /// @param cheeks 0..1
    /// @param chin 0..1
    /// @param stubble darkness of shaven skin, 0..1
    record Beard(
            float length,
            float moustache,
            float cheeks,
            float chin,
            float stubble,
            Colour colour) {}

    /// @param size factor
    /// @param stand angle from the head, degrees
    record Ears(float size, float stand, float lobe) {}

    /// @param owned whether there are any
    /// @param round 0 for a box, 1 for circles
    /// @param thick of the frame, mm
    /// @param width half the width of a lens, mm
    /// @param height half its height, mm
    record Glasses(
            boolean owned, float round, float thick, float width, float height, Colour colour) {}
}
