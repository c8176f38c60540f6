package revisage.people.synthetic;

import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.Photo;
import revisage.work.Dice;

import java.util.Locale;

/// Any number of people who do not exist, and any number of photos of each.
///
/// A person is a seed: from it come 43 measures of a morphable head and some 60 of skin, eyes,
/// brows, lips, hair and beard; photo by photo come pose, light, expression, gaze, background and
/// camera. The head is a net of 23,000 points whose mean shape and traits are functions written
/// down in code, drawn with a z-buffer; what is small (lids, iris, brows, lips, lines) is painted
/// per sample by the place on the net. A net and not a signed-distance field marched per pixel,
/// because traits of a net add up to identities and expressions at no cost, paint keeps its place
/// under all of them, and a photo takes 20 ms of one core where marching a field with as much
/// detail takes seconds.
///
/// The same seed, person and photo give the same bytes on every machine: only plain arithmetic,
/// square roots and `StrictMath` are used, and the JDK's JPEG codec (which gave the same bytes with
/// its own libjpeg and with a system's libjpeg-turbo). May be called from many threads at once.
public final class SyntheticPeople {

    /// Raised whenever the same seeds give other pictures.
    public static final int GENERATION = 1;

    /// Largest edge of a photo, pixels.
    public static final int MOST_SIDE = 512;

    private final long seed;
    private final HeadModel model = new HeadModel();

    /// @param seed another seed, other people
    public SyntheticPeople(long seed) {
        this.seed = seed;
    }

    /// The name of a person: `p000012`.
    public static String label(int person) {
        return String.format(Locale.ROOT, "p%06d", person);
    }

    /// A photo, aligned to the template by construction.
    ///
    /// @param person 0 or more
    /// @param photo 0 or more
    public FaceImage portrait(int person, int photo) {
        return new FaceImage(studio(person, photo, FaceImage.SIDE).take());
    }

    /// The same moment with more pixels.
    ///
    /// @param person 0 or more
    /// @param photo 0 or more
    /// @param side edge in pixels, 112..512
    public SyntheticPhoto portrait(int person, int photo, int side) {
        if (side < FaceImage.SIDE || side > MOST_SIDE) {
            throw new IllegalArgumentException(
                    "a side is %d to %d pixels, not %d".formatted(FaceImage.SIDE, MOST_SIDE, side));
        }
        Studio studio = studio(person, photo, side);
        return new SyntheticPhoto(
                Photo.owning(side, side, studio.take()),
                sitting(studio.who(), studio.moment(), studio.points()));
    }

    /// What is known of a photo, without the photo.
    ///
    /// @param person 0 or more
    /// @param photo 0 or more
    public Sitting sitting(int person, int photo) {
        Identity who = identity(person);
        Moment moment = moment(who, photo);
        return sitting(who, moment, new Landmarks(model, who, moment).view().points());
    }

    private static Sitting sitting(Identity who, Moment moment, FivePoints points) {
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
        if (person < 0 || photo < 0) {
            throw new IllegalArgumentException("person %d, photo %d".formatted(person, photo));
        }
        Identity who = identity(person);
        return new Studio(model, who, moment(who, photo), side);
    }
}
