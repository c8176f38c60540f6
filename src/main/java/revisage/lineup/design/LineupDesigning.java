package revisage.lineup.design;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

import revisage.extract.StrictJson;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.lineup.AbilityPair;
import revisage.lineup.AttentionCheck;
import revisage.lineup.LineupException;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupItem;
import revisage.lineup.LineupKey;
import revisage.lineup.LineupMethod;
import revisage.lineup.LineupOption;
import revisage.lineup.LineupPlan;
import revisage.store.PlainPicture;
import revisage.store.WholeFolder;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Draws a study and writes its folder: plan, key and pictures, whole or not at all. The same
/// design and inputs give the same study.
///
/// @param sources one a method, 1 or more
/// @param pool of the photos to pick among
/// @param out must not exist, or be empty
public record LineupDesigning(
        LineupDesign design, List<Source> sources, PhotoPool pool, PhotoDecoder decoder, Path out)
        implements Work<Progress, LineupDesigning.Result> {

    public LineupDesigning {
        sources = List.copyOf(sources);
    }

    /// @param power what it can see
    public record Result(LineupFolder study, LineupPower power) {}

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        UniformRandomProvider dice =
                RandomSource.XO_RO_SHI_RO_128_PP.create(Dice.seed(design.seed(), 0xDE));
        List<Map<String, Choice.Pair>> choices = new ArrayList<>();
        for (Source source : sources) {
            Work.pausePoint();
            var choice = new Choice(source, pool, design.k());
            Map<String, Choice.Pair> pairs = new TreeMap<>();
            source.ids().forEach(id -> pairs.put(id, choice.of(id, design.options())));
            choices.add(pairs);
        }
        Cast cast = Cast.draw(design, sources, choices, dice);
        var draft = new Draft(cast, choices, dice);
        LineupPlan plan = draft.plan();
        LineupPower power = LineupPower.of(plan);
        refuseBlind(plan, power);
        WholeFolder.write("write the study", out, folder -> draft.write(plan, folder, events));
        return new Result(new LineupFolder(out, plan), power);
    }

    private static void refuseBlind(LineupPlan plan, LineupPower power) throws LineupException {
        if (plan.items().stream().allMatch(LineupItem::absent)) {
            throw new LineupException(
                    "The matcher found none of the %d targets among its first %d, so there is no"
                                    .formatted(plan.targets().size(), plan.k())
                            + " right answer to any question.",
                    "Let the target stand among the photos (--options controlled).");
        }
        if (power.hopeless()) {
            throw new LineupException(
                    String.format(
                            Locale.ROOT,
                            "%d participants and %d targets would see a difference from chance in"
                                    + " four of five studies only if it were %.2f or more.",
                            power.participants(),
                            power.targets(),
                            power.fromChance()),
                    "Plan more participants and more targets.");
        }
    }

    /// Scratch: a study while its codes are being given.
    private final class Draft {

        private final Cast cast;
        private final List<Map<String, Choice.Pair>> choices;
        private final List<Extras.Check> checks;
        private final List<Extras.Two> pairs;
        private final Map<String, String> faces = new TreeMap<>(); // keys of reconstructions
        private final Codes people;
        private final Codes pictures;
        private final Codes questions;

        Draft(Cast cast, List<Map<String, Choice.Pair>> choices, UniformRandomProvider dice)
                throws LineupException {
            this.cast = cast;
            this.choices = choices;
            Set<String> targets = new TreeSet<>();
            cast.ids().forEach(id -> targets.add(sources.getFirst().person(id)));
            List<String> spare =
                    sources.getFirst().ids().stream()
                            .filter(id -> !targets.contains(sources.getFirst().person(id)))
                            .toList();
            var extras =
                    new Extras(pool, targets, spare.stream().map(id -> face(0, id)).toList(), dice);
            checks = extras.checks(design);
            pairs = extras.pairs(design.pairs());
            people = new Codes(shownPeople(targets), "p", dice);
            pictures = new Codes(shownPictures(), "x", dice);
            questions = new Codes(asked(), "q", dice);
        }

        /// Key of a reconstruction; no photo's id holds a line feed.
        private String face(int method, String id) {
            String key = method + "\n" + id;
            faces.put(key, sources.get(method).picture(id).toString());
            return key;
        }

        private List<Choice.Pick> options(int method, String id, boolean absent) {
            Choice.Pair pair = choices.get(method).get(id);
            if (pair == null) {
                return List.of();
            }
            return (absent ? pair.absent() : pair.present()).orElse(List.of());
        }

        private Set<String> shownPeople(Set<String> targets) {
            Set<String> shown = new TreeSet<>(targets);
            eachPick(pick -> shown.add(pick.person()));
            return shown;
        }

        private Set<String> shownPictures() {
            Set<String> shown = new TreeSet<>();
            eachPick(pick -> shown.add(pick.photo()));
            for (int m = 0; m < sources.size(); m++) {
                for (String id : cast.ids()) {
                    shown.add(face(m, id));
                }
            }
            for (Extras.Check check : checks) {
                shown.add(check.picture());
                shown.addAll(check.options());
            }
            pairs.forEach(p -> shown.addAll(List.of(p.left(), p.right())));
            return shown;
        }

        private void eachPick(Consumer<Choice.Pick> each) {
            for (int m = 0; m < sources.size(); m++) {
                for (String id : cast.ids()) {
                    options(m, id, true).forEach(each);
                    options(m, id, false).forEach(each);
                }
            }
        }

        private Set<String> asked() {
            Set<String> asked = new TreeSet<>();
            for (int m = 0; m < sources.size(); m++) {
                for (String id : cast.ids()) {
                    asked.add(question(m, id, false));
                    asked.add(question(m, id, true));
                }
            }
            IntStream.range(0, checks.size()).forEach(i -> asked.add("check " + i));
            IntStream.range(0, pairs.size()).forEach(i -> asked.add("pair " + i));
            return asked;
        }

        private static String question(int method, String id, boolean absent) {
            return method + "\n" + id + "\n" + absent;
        }

        LineupPlan plan() {
            return new LineupPlan(
                    LineupPlan.SCHEMA,
                    design.title(),
                    design.seed(),
                    design.k(),
                    design.targetsPerMethod(),
                    design.absentShare(),
                    design.participants(),
                    design.options(),
                    design.severalChoices(),
                    design.confidence(),
                    design.aboutYou(),
                    design.languages(),
                    design.consent(),
                    methods(),
                    cast.ids().stream()
                            .map(id -> people.of(sources.getFirst().person(id)))
                            .toList(),
                    items(),
                    IntStream.range(0, checks.size()).mapToObj(this::check).toList(),
                    design.passRule(),
                    IntStream.range(0, pairs.size()).mapToObj(this::pair).toList());
        }

        private List<LineupMethod> methods() {
            var methods = new ArrayList<LineupMethod>();
            for (int m = 0; m < sources.size(); m++) {
                Source source = sources.get(m);
                List<String> enrolled =
                        source.ids().stream()
                                .filter(id -> !pool.of(source.person(id)).isEmpty())
                                .toList();
                int found = 0;
                for (String id : enrolled) {
                    int rank = source.rank(id);
                    found += rank >= 1 && rank <= design.k() ? 1 : 0;
                }
                methods.add(
                        new LineupMethod("m" + (m + 1), source.label(), enrolled.size(), found));
            }
            return methods;
        }

        private List<LineupItem> items() {
            var items = new ArrayList<LineupItem>();
            for (int m = 0; m < sources.size(); m++) {
                for (String id : cast.ids()) {
                    for (boolean absent : new boolean[] {false, true}) {
                        List<Choice.Pick> picks = options(m, id, absent);
                        if (!picks.isEmpty() && (!absent || asksAbsent())) {
                            items.add(item(m, id, absent, picks));
                        }
                    }
                }
            }
            return items;
        }

        private boolean asksAbsent() {
            return switch (design.options()) {
                case CONTROLLED -> design.absentShare() > 0;
                case AS_MATCHED -> true;
            };
        }

        private LineupItem item(int method, String id, boolean absent, List<Choice.Pick> picks) {
            Source source = sources.get(method);
            return new LineupItem(
                    questions.of(question(method, id, absent)),
                    people.of(source.person(id)),
                    "m" + (method + 1),
                    pictures.of(face(method, id)),
                    source.rank(id),
                    absent,
                    picks.stream()
                            .map(
                                    p ->
                                            new LineupOption(
                                                    pictures.of(p.photo()),
                                                    people.of(p.person()),
                                                    p.rank(),
                                                    p.right()))
                            .toList());
        }

        private AttentionCheck check(int i) {
            Extras.Check check = checks.get(i);
            return new AttentionCheck(
                    questions.of("check " + i),
                    check.kind(),
                    pictures.of(check.picture()),
                    check.options().stream().map(pictures::of).toList(),
                    check.place());
        }

        private AbilityPair pair(int i) {
            Extras.Two two = pairs.get(i);
            return new AbilityPair(
                    questions.of("pair " + i),
                    pictures.of(two.left()),
                    pictures.of(two.right()),
                    two.same());
        }

        void write(LineupPlan plan, Path folder, Consumer<? super Progress> events)
                throws java.io.IOException, WorkException, InterruptedException {
            Files.createDirectories(folder.resolve(LineupFolder.PICTURES));
            Files.createDirectories(folder.resolve(LineupFolder.ANSWERS));
            var study = new LineupFolder(folder, plan);
            Map<String, String> from = new LinkedHashMap<>();
            Map<String, String> all = pictures.back();
            for (Map.Entry<String, String> picture : all.entrySet()) {
                Work.pausePoint();
                events.accept(
                        new Progress("Copying pictures", from.size(), all.size(), "pictures"));
                String key = picture.getValue();
                String face = faces.get(key);
                Photo photo =
                        face == null ? pool.photo(key) : PhotoPool.face(Path.of(face), decoder);
                PlainPicture.write(photo, study.picture(picture.getKey()));
                from.put(picture.getKey(), face == null ? pool.from(key) : face);
            }
            study.write();
            Files.write(
                    folder.resolve(LineupKey.FILE),
                    StrictJson.write(
                            new LineupKey(
                                    LineupKey.SCHEMA, plan.fingerprint(), people.back(), from)));
        }
    }
}
