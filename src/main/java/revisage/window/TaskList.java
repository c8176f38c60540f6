package revisage.window;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import revisage.window.Jobs.Outcome;
import revisage.work.Progress;
import revisage.work.Work;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Every long thing that was started, newest first. Touched by the screen's thread only.
public final class TaskList {

    private static final int MOST = 50;

    private final ObservableList<Task> tasks = FXCollections.observableArrayList();
    private final Jobs jobs;
    private final Words words;
    private final BiConsumer<Task, Runnable> ending;
    private final ObjectProperty<Optional<Task>> foremost =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param ending is given each task that has ended and what its owner does then
    public TaskList(Jobs jobs, Words words, BiConsumer<Task, Runnable> ending) {
        this.jobs = jobs;
        this.words = words;
        this.ending = ending;
    }

    /// What was started, ended ones included.
    public ObservableList<Task> all() {
        return tasks;
    }

    /// The one that goes on; the others wait for it.
    public ReadOnlyObjectProperty<Optional<Task>> foremostProperty() {
        return foremost;
    }

    /// Work that tells its progress.
    public <R> Task start(
            String title, Work<Progress, R> work, Consumer<? super Outcome<R>> ended) {
        return start(title, work, Task::progress, ended);
    }

    /// Work that tells something of its own.
    ///
    /// @param told may hand progress to the task
    public <E, R> Task start(
            String title,
            Work<E, R> work,
            BiConsumer<Task, ? super E> told,
            Consumer<? super Outcome<R>> ended) {
        var task = new Task(title, words);
        tasks.addFirst(task);
        if (tasks.size() > MOST) {
            tasks.removeIf(t -> !t.going() && tasks.indexOf(t) >= MOST);
        }
        var _ =
                task.stateProperty()
                        .subscribe(
                                _ ->
                                        foremost.set(
                                                tasks.reversed().stream()
                                                        .filter(Task::going)
                                                        .findFirst()));
        task.of(
                jobs.heavy(
                        work,
                        event -> told.accept(task, event),
                        (Outcome<R> outcome) -> {
                            task.ended(
                                    switch (outcome) {
                                        case Outcome.Done<R> _ -> Task.State.DONE;
                                        case Outcome.Stopped<R> _ -> Task.State.STOPPED;
                                        case Outcome.Failed<R> _ -> Task.State.FAILED;
                                    });
                            ending.accept(task, () -> ended.accept(outcome));
                        }));
        return task;
    }

    /// Stops all that is going on.
    public void stopAll() {
        tasks.stream().filter(Task::going).forEach(Task::stop);
    }
}
