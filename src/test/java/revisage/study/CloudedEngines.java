package revisage.study;

import revisage.algebra.Products;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Clouds;
import revisage.engine.aws.Rekognition;
import revisage.engine.azure.AzureFace;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractors;
import revisage.face.FaceFinder;
import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.reconstruct.Generators;
import revisage.table.ParquetTables;
import revisage.train.Trainings;
import revisage.vector.VectorFiles;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Other engines, with clouds: the real clients, or one that is given.
public final class CloudedEngines implements Engines {

    private final Engines others;
    private final Clouds clouds;

    /// With the real clients.
    public CloudedEngines(Engines others) {
        this(others, new RealClients());
    }

    /// With these.
    public CloudedEngines(Engines others, Clouds clouds) {
        this.others = others;
        this.clouds = clouds;
    }

    private static final class RealClients implements Clouds {

        @Override
        public List<String> providers() {
            return List.of(Rekognition.PROVIDER, AzureFace.PROVIDER);
        }

        @Override
        public CloudService open(CloudChoice choice) throws WorkException {
            var patience = Duration.ofSeconds(30);
            return choice.provider().equals(Rekognition.PROVIDER)
                    ? Rekognition.open(choice, patience)
                    : AzureFace.open(choice, patience);
        }
    }

    @Override
    public Clouds clouds() {
        return clouds;
    }

    @Override
    public Generators generators() {
        return others.generators();
    }

    @Override
    public Extractors extractors() {
        return others.extractors();
    }

    @Override
    public PhotoDecoder photos() {
        return file -> {
            Photo photo = others.photos().decode(file);
            boolean face = photo.width() == FaceImage.SIDE && photo.height() == FaceImage.SIDE;
            return face ? grained(photo) : photo;
        };
    }

    /// Azure refuses files below 1 kB, which tiles of one colour become. The last row decides
    /// nothing.
    private static Photo grained(Photo photo) {
        byte[] rgb = photo.toRgb();
        byte[] grain = new byte[FaceImage.SIDE * 3 * 4];
        new Random(7).nextBytes(grain);
        System.arraycopy(grain, 0, rgb, rgb.length - grain.length, grain.length);
        return new Photo(FaceImage.SIDE, FaceImage.SIDE, rgb);
    }

    @Override
    public VectorFiles vectorFiles() {
        return others.vectorFiles();
    }

    @Override
    public ParquetTables tables() {
        return others.tables();
    }

    @Override
    public Products products(DeviceChoice device) throws WorkException {
        return others.products(device);
    }

    @Override
    public Trainings trainings() {
        return others.trainings();
    }

    @Override
    public FaceFinder faceFinder(Path yunet) throws WorkException {
        return others.faceFinder(yunet);
    }
}
