package revisage.study;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Figures for a paper in one go: each in every format asked for, the captions, and a contact sheet
/// of each reconstruction beside its photos.
///
/// @param figures by file name without ending
/// @param captions by the same names; goes into `captions.txt`
/// @param formats 1 or more
/// @param runs folders of reconstructions, by the name of their sheet
/// @param photos the labelled folder they were made from; without it no sheet is drawn
/// @param out folder, made if it is missing
public record FigureExport(
        Map<String, Figure> figures,
        Map<String, String> captions,
        Set<FigureFormat> formats,
        Width width,
        Map<String, Path> runs,
        Optional<Path> photos,
        FaceCutting cutting,
        Engines engines,
        Path out)
        implements Work<Progress, FigureExport.Result> {

    public FigureExport {
        figures = new LinkedHashMap<>(figures);
        captions = new LinkedHashMap<>(captions);
        formats = Set.copyOf(formats);
        runs = new LinkedHashMap<>(runs);
    }

    /// What was written, in the order it was.
    public record Result(List<Path> files) {

        public Result {
            files = List.copyOf(files);
        }
    }

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw FileException.of("make the folder", out, e);
        }
        var files = new ArrayList<Path>();
        int sheets = photos.isPresent() ? runs.size() : 0;
        int all = figures.size() * formats.size() + sheets;
        for (Map.Entry<String, Figure> figure : figures.entrySet()) {
            for (FigureFormat format : formats) {
                Work.pausePoint();
                events.accept(new Progress("Drawing figures", files.size(), all, "files"));
                Path file = out.resolve(figure.getKey() + "." + format.ending());
                byte[] bytes = format.of(figure.getValue(), width);
                WholeFile.write("write the figure", file, bytes);
                files.add(file);
            }
        }
        if (photos.isPresent()) {
            try (var reader = cutting.open(engines)) {
                for (Map.Entry<String, Path> run : runs.entrySet()) {
                    Work.pausePoint();
                    events.accept(new Progress("Drawing sheets", files.size(), all, "files"));
                    Path file = out.resolve(run.getKey() + ".png");
                    SideBySide.of(run.getValue(), photos.get(), reader.reader())
                            .sheet()
                            .write(file);
                    files.add(file);
                }
            }
        }
        files.add(writeCaptions());
        return new Result(files);
    }

    private Path writeCaptions() throws WorkException, InterruptedException {
        var text = new StringBuilder();
        captions.forEach(
                (name, words) -> text.append(name).append("\n  ").append(words).append("\n\n"));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Path file = out.resolve("captions.txt");
        WholeFile.write("write the captions", file, bytes);
        return file;
    }
}
