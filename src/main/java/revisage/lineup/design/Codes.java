package revisage.lineup.design;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Gives things codes that say nothing about them: numbers in a drawn order.
final class Codes {

    private final SortedMap<String, String> codes = new TreeMap<>();

    /// @param names what gets a code
    /// @param letter the codes begin with
    Codes(Set<String> names, String letter, UniformRandomProvider dice) {
        var order = new ArrayList<>(new TreeSet<>(names));
        ListSampler.shuffle(dice, order);
        int digits = Integer.toString(order.size()).length();
        for (int i = 0; i < order.size(); i++) {
            codes.put(order.get(i), letter + ("%0" + digits + "d").formatted(i + 1));
        }
    }

    String of(String name) {
        String code = codes.get(name);
        if (code == null) {
            throw new IllegalArgumentException("nothing of this name has a code");
        }
        return code;
    }

    /// What each code stands for.
    SortedMap<String, String> back() {
        var back = new TreeMap<String, String>();
        for (Map.Entry<String, String> entry : codes.entrySet()) {
            back.put(entry.getValue(), entry.getKey());
        }
        return Collections.unmodifiableSortedMap(back);
    }
}
