package revisage.study;

import revisage.cloud.AnsweredRecogniser;
import revisage.cloud.Answers;
import revisage.cloud.AnswersFile;
import revisage.cloud.Approval;
import revisage.cloud.CloudEvent;
import revisage.cloud.CloudRun;
import revisage.cloud.CloudService;
import revisage.cloud.JobFile;
import revisage.cloud.Patience;
import revisage.cloud.Pauses;
import revisage.cloud.PriceTable;
import revisage.cloud.Quote;
import revisage.cloud.ServiceCard;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.match.LocalRecogniser;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.store.ContactSheet;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Asks a cloud, guarded: first the quote, which sends nothing; then, with an approval, the job; at
/// the end the same comparison as for local extractors. Or, from kept answers, the comparison
/// alone.
public final class CloudStudy implements AutoCloseable {

    /// Faces shown with a quote: so many to enrol, and so many to look for.
    public static final int SAMPLES = 8;

    private static final double SHARE_OF_QUOTA = 0.8;
    private static final int A_ROW = 8;

    private final CloudAsk ask;
    private final Engines engines;
    private final FaceCutting.Opened faces;
    private final SystemGround ground;

    private CloudStudy(
            CloudAsk ask, Engines engines, FaceCutting.Opened faces, SystemGround ground) {
        this.ask = ask;
        this.engines = engines;
        this.faces = faces;
        this.ground = ground;
    }

    /// Reads the pictures. Sends nothing.
    ///
    /// @return the caller closes it
    public static CloudStudy open(CloudAsk ask, Engines engines, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var sets = new ArrayList<ProbeSet>();
        for (Path folder : ask.probes()) {
            sets.addAll(ProbeSet.in(folder));
        }
        return open(ask, sets, engines, events);
    }

    /// As [#open(CloudAsk, Engines, Consumer)], with these probes in place of the folders.
    public static CloudStudy open(
            CloudAsk ask, List<ProbeSet> sets, Engines engines, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var gallery = LabelledFolder.scan(ask.images()).portraits();
        return open(ask, gallery, sets, engines, events);
    }

    /// As [#open(CloudAsk, Engines, Consumer)], of people and probes that are known already.
    public static CloudStudy open(
            CloudAsk ask,
            List<Portrait> gallery,
            List<ProbeSet> sets,
            Engines engines,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        FaceCutting.Opened faces = ask.cutting().open(engines);
        boolean read = false;
        try {
            var ground = SystemGround.read(gallery, sets, faces.reader(), events);
            read = true;
            return new CloudStudy(ask, engines, faces, ground);
        } finally {
            if (!read) {
                faces.close();
            }
        }
    }

    /// Of the job.
    public Path folder() {
        return ask.out();
    }

    /// Who is enrolled and looked for.
    public SystemGround ground() {
        return ground;
    }

    /// The service. Sends nothing; the caller closes it.
    public CloudService service() throws WorkException, InterruptedException {
        return engines.clouds().open(ask.choice());
    }

    /// The same with a folder of its own: the one asked for, if it holds no other job and none
    /// whose gallery is lost; else the next free one beside it. Either may be closed.
    public CloudStudy placed(ServiceCard card) throws WorkException {
        Path first = ask.out();
        CloudStudy here = this;
        for (int i = 2; here.taken(card); i++) {
            here =
                    new CloudStudy(
                            ask.into(first.resolveSibling(first.getFileName() + "-" + i)),
                            engines,
                            faces,
                            ground);
        }
        return here;
    }

    /// The same by another price table. Either may be closed.
    ///
    /// @param table where empty, the program's
    public CloudStudy priced(Optional<Path> table) {
        return new CloudStudy(ask.priced(table), engines, faces, ground);
    }

    private boolean taken(ServiceCard card) throws WorkException {
        if (!JobFile.isIn(ask.out())) {
            return false;
        }
        JobFile job = JobFile.read(ask.out());
        return !job.limit().digest().equals(quote(card).digest()) || job.status(ask.out()).isLost();
    }

    /// What the run would be.
    ///
    /// @throws PlanException if more calls a second are asked for than the service allows
    public Quote quote(ServiceCard card) throws WorkException {
        double perSecond = ask.perSecond().orElse(card.quotaPerSecond() * SHARE_OF_QUOTA);
        if (!(perSecond > 0) || (!card.simulator() && perSecond > card.quotaPerSecond())) {
            throw new PlanException(
                    "%s allows %s calls a second here, not %s."
                            .formatted(card.title(), card.quotaPerSecond(), perSecond),
                    "Name fewer, more than 0.");
        }
        int most =
                ask.all()
                        ? ground.gallery().size()
                        : ask.plan().ks().getLast() + ground.mostLeftOut(ask.plan().rule());
        var plan =
                ground.plan(
                        card,
                        ask.out().toAbsolutePath().normalize().toString(),
                        ask.whose(),
                        ask.optedOut(),
                        most,
                        perSecond);
        return Quote.of(plan, prices(), ask.spare().orElse(Quote.USUAL_SPARE));
    }

    private PriceTable prices() throws WorkException {
        return ask.prices().isPresent()
                ? PriceTable.read(ask.prices().get())
                : PriceTable.shipped();
    }

    /// Some of the faces that would be sent: to enrol, then to look for.
    public List<FaceImage> samples(Quote quote) throws WorkException, InterruptedException {
        var samples = new ArrayList<FaceImage>();
        for (String face : quote.samples(SAMPLES)) {
            samples.add(ground.face(face, faces.reader()));
        }
        return samples;
    }

    /// Puts the quote and some of the faces where they can be read before anything is sent.
    ///
    /// @return the quote, `quote.txt`; the faces are `faces.png` beside it
    public Path writeQuote(Quote quote) throws WorkException, InterruptedException {
        Path file = ask.out().resolve("quote.txt");
        String text = new QuoteText(quote, ground).text();
        WholeFile.write("write the quote", file, half -> Files.writeString(half, text));
        writeSamples(quote, ask.out().resolve("faces.png"));
        return file;
    }

    private void writeSamples(Quote quote, Path png) throws WorkException, InterruptedException {
        var cells = new ArrayList<ContactSheet.Cell>();
        int enrolled = Math.min(SAMPLES, quote.plan().enrol().size());
        for (FaceImage face : samples(quote)) {
            String what = cells.size() < enrolled ? "to enrol" : "to look for";
            cells.add(new ContactSheet.Cell(face, List.of(what)));
        }
        ContactSheet.flow(
                        "Some of the %d faces that would be sent to %s"
                                .formatted(quote.plan().pictures(), quote.plan().card().title()),
                        cells,
                        A_ROW,
                        "",
                        1)
                .write(png);
    }

    /// Runs the job to its end and keeps the answers, `answers.json`, in its folder.
    public Answers run(
            Approval approval,
            CloudService service,
            Patience patience,
            Pauses pauses,
            Consumer<? super CloudEvent> events)
            throws WorkException, InterruptedException {
        JobFile.of(approval.quote(), ask.choice()).write(ask.out());
        Answers answers =
                new CloudRun(
                                approval,
                                service,
                                ground.pictures(faces.reader()),
                                ask.out(),
                                patience,
                                pauses)
                        .run(events);
        AnswersFile.write(answers, ask.out().resolve(AnswersFile.NAME));
        return answers;
    }

    /// Compares from answers, without asking anybody, and writes tables and figures.
    ///
    /// @param folder for those
    public SystemComparison.Result compare(
            Answers answers, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        return compare(List.of(answers), folder, events);
    }

    /// As [#compare(Answers, Path, Consumer)], of several services.
    ///
    /// @param answers 1 or more, each of another service
    public SystemComparison.Result compare(
            List<Answers> answers, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        SystemComparison.Result result = compared(answers, events);
        events.accept(Progress.remark("Writing tables and figures."));
        SystemFiles.write(result, folder);
        return result;
    }

    /// Compares from answers, without asking anybody.
    ///
    /// @param answers 1 or more, each of another service
    /// @throws PlanException if two are of the same one
    public SystemComparison.Result compared(
            List<Answers> answers, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (answers.stream().map(Answers::label).distinct().count() != answers.size()) {
            throw new PlanException(
                    "Two of the answers are of the same service.",
                    "Compare one of each service at a time.");
        }
        var systems = new ArrayList<SystemComparison.Entrant>();
        var opened = new ArrayList<LocalRecogniser>();
        try {
            for (Answers one : answers) {
                systems.add(
                        new SystemComparison.Entrant(
                                new AnsweredRecogniser(one),
                                threshold(one.provider()),
                                Optional.of(one)));
            }
            for (Path onnx : ask.beside()) {
                Extractor extractor = engines.extractors().open(onnx, ask.device());
                var local = new LocalRecogniser(extractor, engines.products(ask.device()));
                opened.add(local);
                systems.add(
                        new SystemComparison.Entrant(
                                local, OptionalDouble.empty(), Optional.empty()));
            }
            return new SystemComparison(systems, ground, faces.reader(), ask.plan(), ask.version())
                    .run(events);
        } finally {
            opened.forEach(LocalRecogniser::close);
        }
    }

    /// What a comparison does not count.
    ///
    /// @param sourcesFound probes whose source photo is enrolled
    /// @param pictures that do not count, summed over the probes
    public record LeftOut(int sourcesFound, long pictures) {}

    /// What a comparison by this rule does not count.
    public LeftOut leftOut(PhotoRule rule) {
        return ground.leftOut(rule);
    }

    /// The cloud's lines of a sweep, from its answers, without asking anybody.
    ///
    /// @param plan its threshold is not the cloud's: that one is asked for with this study, and
    ///   without one every answer counts
    public CloudLines lines(SweepPlan plan, Answers answers, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        return CloudLines.of(ground, faces.reader(), plan, ask.threshold(), answers, events);
    }

    private OptionalDouble threshold(String provider) throws WorkException {
        return ask.threshold().isPresent()
                ? ask.threshold()
                : OptionalDouble.of(prices().of(provider).usualThreshold());
    }

    @Override
    public void close() {
        faces.close();
    }
}
