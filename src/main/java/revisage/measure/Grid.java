package revisage.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which rates to work out: every `k` with every number of people.
///
/// @param ks lengths of the answer, 1 or more, rising
/// @param ns people enrolled, the right one included, 1 or more, rising
/// @param counting what `k` counts
/// @param threshold candidates less alike than this are not shown; without it every answer is full
/// @param seed of the intervals and, where people have unequal numbers of pictures, of the chance
public record Grid(
        List<Integer> ks,
        List<Integer> ns,
        Counting counting,
        OptionalDouble threshold,
        long seed) {

    private static final List<Integer> PAPER_PEOPLE = List.of(50, 100, 250, 500, 1000, 2500, 5000);

    public Grid {
        ks = rising(ks, "ks");
        ns = rising(ns, "ns");
        if (threshold.isPresent() && Double.isNaN(threshold.getAsDouble())) {
            throw new IllegalArgumentException("the threshold is not a number");
        }
    }

    /// The grid of the seed study's figures 4 and 5 (k = 5, 10 .. 40; 50 .. 5,000 people) as far as
    /// the gallery reaches, and the whole gallery.
    ///
    /// @param people in the gallery, 1 or more
    public static Grid ofPaper(int people, Counting counting, long seed) {
        var ks = IntStream.rangeClosed(1, 8).mapToObj(i -> 5 * i).toList();
        return new Grid(ks, paperPeople(people), counting, OptionalDouble.empty(), seed);
    }

    /// 50, 100, 250, 500, 1,000, 2,500, 5,000 as far as the gallery reaches, and all its people.
    ///
    /// @param people in the gallery, 1 or more
    public static List<Integer> paperPeople(int people) {
        return Stream.concat(PAPER_PEOPLE.stream().filter(n -> n < people), Stream.of(people))
                .toList();
    }

    private static List<Integer> rising(List<Integer> numbers, String name) {
        int last = 0;
        for (int number : numbers) {
            if (number <= last) {
                throw new IllegalArgumentException(name + " must rise from 1 on, got " + numbers);
            }
            last = number;
        }
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(name + " are empty");
        }
        return List.copyOf(numbers);
    }
}
