package revisage.train;

import revisage.face.FaceImage;

import java.util.Optional;

/// Synthetic people, person after person.
///
/// @param portraits who draws them
record SyntheticSupply(TrainingData.Synthetic data, Portraits portraits) implements FaceSupply {

    @Override
    public String fingerprint() {
        // The first face stands for the renderer: another version of it gives other bytes.
        return "synthetic %d %d %d %d %d %s"
                .formatted(
                        data.seed(),
                        data.first(),
                        data.people(),
                        data.photos(),
                        count(),
                        revisage.work.Sha256.of(
                                portraits.portrait(data.seed(), data.first(), 0).toRgb()));
    }

    @Override
    public int count() {
        return Math.multiplyExact(data.people(), data.photos());
    }

    @Override
    public int people() {
        return data.people();
    }

    @Override
    public int person(int i) {
        return i / data.photos();
    }

    @Override
    public Optional<FaceImage> face(int i) {
        return Optional.of(
                portraits.portrait(data.seed(), data.first() + person(i), i % data.photos()));
    }
}
