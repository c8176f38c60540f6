package revisage.lineup.analysis;

import revisage.lineup.LineupPlan;

import java.util.List;

/// Everybody's answers to one study, checked against its plan.
///
/// @param participants in the order of their codes, excluded ones too
/// @param withdrew how many took their answers back
/// @param repeated entries that were there twice and were counted once
public record Sheet(LineupPlan plan, List<Participant> participants, int withdrew, int repeated) {

    public Sheet {
        participants = List.copyOf(participants);
    }

    /// Those whose answers count.
    public List<Participant> counted() {
        return participants.stream().filter(p -> p.excluded().isEmpty()).toList();
    }

    /// All answers about reconstructions that count.
    public List<Trial> trials() {
        return counted().stream().flatMap(p -> p.trials().stream()).toList();
    }
}
