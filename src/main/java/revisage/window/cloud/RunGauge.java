package revisage.window.cloud;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.cloud.CloudEvent;
import revisage.cloud.Pauses;
import revisage.window.Task;
import revisage.window.Words;
import revisage.work.Gate;
import revisage.work.Progress;
import revisage.work.Work;

import java.util.Optional;

/// How a cloud run stands: the stage, the meter, why it waits for a person. Touched by the screen's
/// thread only.
final class RunGauge {

    private final Words words;
    private final ObjectProperty<Optional<CloudEvent.Meter>> meter =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Progress>> stage =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<CloudEvent.Paused>> paused =
            new SimpleObjectProperty<>(Optional.empty());
    private final Gate gate = new Gate();

    RunGauge(Words words) {
        this.words = words;
    }

    /// Waits until [#goOn()]; for the run's thread.
    Pauses untilGoOn() {
        return _ -> {
            gate.close();
            gate.pass();
            Work.pausePoint();
        };
    }

    /// What the run tells.
    void told(Task task, CloudEvent event) {
        switch (event) {
            case CloudEvent.Stage(Progress now) -> {
                stage.set(Optional.of(now));
                task.progress(now);
            }
            case CloudEvent.Meter now -> {
                meter.set(Optional.of(now));
                if (!gate.isClosed()) {
                    paused.set(Optional.empty());
                }
            }
            case CloudEvent.Waiting(String why, var pause) -> {
                if (pause.compareTo(CloudEvent.UNNOTICED) >= 0) {
                    stage.set(
                            Optional.of(
                                    Progress.remark(
                                            words.of("cloud.waiting", pause.toSeconds(), why))));
                }
            }
            case CloudEvent.Paused now -> paused.set(Optional.of(now));
        }
    }

    /// Before a run, or where its numbers are not of this project.
    void clear() {
        meter.set(Optional.empty());
    }

    /// After a pause.
    void goOn() {
        paused.set(Optional.empty());
        gate.open();
    }

    /// The run has ended.
    void ended() {
        stage.set(Optional.empty());
        goOn();
    }

    /// Calls and cost of the run.
    ReadOnlyObjectProperty<Optional<CloudEvent.Meter>> meterProperty() {
        return meter;
    }

    /// Where the run is.
    ReadOnlyObjectProperty<Optional<Progress>> stageProperty() {
        return stage;
    }

    /// Why the run waits for a person.
    ReadOnlyObjectProperty<Optional<CloudEvent.Paused>> pausedProperty() {
        return paused;
    }
}
