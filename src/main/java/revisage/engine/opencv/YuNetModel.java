package revisage.engine.opencv;

import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.objdetect.FaceDetectorYN;

import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The bytes of a YuNet file that was tried before use: OpenCV's detector reads its outputs by
/// place without looking, so another network must never get that far.
final class YuNetModel {

    /// Below it OpenCV finds faces in wallpaper, above it misses half profiles. 0..1.
    private static final float LEAST_SCORE = 0.7f;

    /// Boxes that share more are one face. 0..1.
    private static final float MOST_OVERLAP = 0.3f;

    private static final int MOST_CANDIDATES = 5_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int SIDE = 320;

    /// libfacedetection.train @0047ac2 `yunet_n_320_320.onnx` and OpenCV Zoo
    /// `face_detection_yunet_2023mar.onnx`.
    private static final Set<String> KNOWN =
            Set.of(
                    "81dbde155e982455488235acb8ec2dec5d647edf7cf7080d33e4abb69b93a0d2",
                    "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4");

    private static final String REMEDY =
            "Name a YuNet file for OpenCV 4.8 or newer, for example yunet_n_320_320.onnx or"
                    + " face_detection_yunet_2023mar.onnx.";

    private final byte[] bytes;

    private YuNetModel(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Without any trial.
    static YuNetModel of(byte[] bytes) {
        return new YuNetModel(bytes);
    }

    /// @throws OpenCvException if the file is no YuNet network
    static YuNetModel load(Path file) throws WorkException {
        NativeLibrary.load();
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                throw new OpenCvException("%s is not a file.".formatted(file), REMEDY);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new OpenCvException(
                        "%s is far too large for a face finder.".formatted(file), REMEDY);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.of("read the face finder", file, e);
        }
        refuse(file, KNOWN.contains(Sha256.of(bytes)) ? Trial.FINE : YuNetTrial.apart(file));
        refuse(file, trial(bytes));
        return new YuNetModel(bytes);
    }

    private static void refuse(Path file, Trial trial) throws OpenCvException {
        if (trial != Trial.FINE) {
            throw new OpenCvException(
                    "%s cannot be used as a face finder: %s.".formatted(file, trial.words), REMEDY);
        }
    }

    /// Runs the network once. With a malformed file this may end the process: see [YuNetTrial].
    static Trial trial(byte[] bytes) {
        MatOfByte model = new MatOfByte(bytes);
        Mat input = Mat.zeros(new int[] {1, 3, SIDE, SIDE}, CvType.CV_32F);
        List<Mat> outputs = new ArrayList<>();
        try {
            Net net = Dnn.readNetFromONNX(model);
            List<String> names = names();
            if (!new TreeSet<>(net.getUnconnectedOutLayersNames()).equals(new TreeSet<>(names))) {
                return Trial.OTHER_OUTPUTS;
            }
            net.setInput(input);
            net.forward(outputs, names);
            for (int i = 0; i < names.size(); i++) {
                if (outputs.get(i).total() != values(names.get(i))) {
                    return Trial.OTHER_SIZES;
                }
            }
            return Trial.FINE;
        } catch (CvException _) {
            return Trial.NO_NETWORK;
        } finally {
            outputs.forEach(Mat::release);
            input.release();
            model.release();
        }
    }

    /// A detector for one thread.
    FaceDetectorYN detector() throws OpenCvException {
        MatOfByte model = new MatOfByte(bytes);
        MatOfByte none = new MatOfByte();
        try {
            return FaceDetectorYN.create(
                    "onnx",
                    model,
                    none,
                    new Size(SIDE, SIDE),
                    LEAST_SCORE,
                    MOST_OVERLAP,
                    MOST_CANDIDATES);
        } catch (CvException e) {
            throw new OpenCvException("OpenCV cannot set up the face finder.", REMEDY, e);
        } finally {
            model.release();
            none.release();
        }
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (String kind : List.of("cls", "obj", "bbox", "kps")) {
            for (int stride : new int[] {8, 16, 32}) {
                names.add(kind + "_" + stride);
            }
        }
        return names;
    }

    /// One row a cell of the grid: a class, an objectness, a box of 4, five points of 2.
    private static long values(String name) {
        int stride = Integer.parseInt(name.substring(name.indexOf('_') + 1));
        long cells = (long) (SIDE / stride) * (SIDE / stride);
        return cells * (name.startsWith("bbox") ? 4 : name.startsWith("kps") ? 10 : 1);
    }

    /// How a trial ended.
    enum Trial {
        FINE(10, ""),
        NO_NETWORK(11, "it is no ONNX network that OpenCV can read and run"),
        OTHER_OUTPUTS(12, "its outputs are not those of YuNet"),
        OTHER_SIZES(13, "its outputs do not have the size of YuNet's"),
        CRASHED(14, "it brings OpenCV down"),
        NOT_TRIED(15, "it is not known, and a process of its own to try it in cannot be started");

        /// As which a process tells it: above the exit codes of Java itself, below those of
        /// signals.
        final int exitCode;

        /// What speaks against the file, as half a sentence.
        private final String words;

        Trial(int exitCode, String words) {
            this.exitCode = exitCode;
            this.words = words;
        }
    }
}
