package revisage.people.synthetic;

import revisage.face.FivePoints;

/// What is known of a synthetic photo.
///
/// @param seed of the person
/// @param age years
/// @param tone individual typology angle of the skin, degrees: -45 (dark) to 60 (pale)
/// @param yaw degrees, positive turns the nose to the right in the picture
/// @param pitch degrees, positive lifts the nose
/// @param roll degrees, of the head before the picture was aligned
/// @param points where the five points lie, pixels of the 112x112 picture
public record Sitting(
        long seed,
        Sex sex,
        double age,
        double tone,
        double yaw,
        double pitch,
        double roll,
        FivePoints points) {

    /// As drawn by the shape of head, hair and beard.
    public enum Sex {
        FEMALE,
        MALE
    }
}
