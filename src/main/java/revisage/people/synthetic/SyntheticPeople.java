package revisage.people.synthetic;

import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.Photo;
import revisage.work.Dice;

/// Any number of people who do not exist, and any number of photos of each.
///
/// The same seed, person and photo give the same bytes on every machine: only plain arithmetic,
/// square roots and `StrictMath` are used. May be called from many threads at once.
public final class SyntheticPeople {

    private final long seed;
    private final HeadModel model = new HeadModel();

    /// @param seed another seed, other people
    public SyntheticPeople(long seed) {
        this.seed = seed;
    }

    /// A photo, aligned to the template by construction.
    ///
    /// @param person 0 or more
    /// @param photo 0 or more
    public FaceImage portrait(int person, int photo) {
        return new FaceImage(studio(person, photo, FaceImage.SIDE).take());
    }

    /// The same photo with more pixels.
    ///
    /// @param side edge in pixels, 112..512
    public Photo portrait(int person, int photo, int side) {
        if (side < FaceImage.SIDE || side > 512) {
            throw new IllegalArgumentException("112 to 512 pixels, got %d".formatted(side));
        }
        return Photo.owning(side, side, studio(person, photo, side).take());
    }

    /// What is known of a photo, without the photo.
    public Sitting sitting(int person, int photo) {
        Identity who = identity(person);
        Moment moment = moment(who, photo);
        FivePoints points =
                new View(moment.camera().distance(), new Sculpture(model, who, moment).five())
                        .points();
        return new Sitting(
                who.seed(),
                who.female() ? Sitting.Sex.FEMALE : Sitting.Sex.MALE,
                who.age(),
                who.ita(),
                moment.pose().yaw(),
                moment.pose().pitch(),
                moment.pose().roll(),
                points);
    }

    Identity identity(int person) {
        return IdentityDraw.person(Dice.seed(seed, person));
    }

    private static Moment moment(Identity who, int photo) {
        return Moment.of(who, Dice.seed(who.seed(), photo));
    }

    private Studio studio(int person, int photo, int side) {
        Identity who = identity(person);
        return new Studio(model, who, moment(who, photo), side);
    }
}
