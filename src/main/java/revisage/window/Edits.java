package revisage.window;

import revisage.project.ProjectFile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/// What was edited, to be taken back and to be done again. What was only noted in between (a run
/// that ended, where one is) is nobody's edit and stays.
final class Edits {

    private static final int MOST = 50;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<UnaryOperator<ProjectFile>> undone = new ArrayDeque<>();

    /// @param noted since, in order
    private record Step(
            ProjectFile before,
            UnaryOperator<ProjectFile> edit,
            List<UnaryOperator<ProjectFile>> noted) {}

    /// @return what the project says then
    ProjectFile edit(ProjectFile now, UnaryOperator<ProjectFile> edit) {
        ProjectFile then = edit.apply(now);
        if (!then.equals(now)) {
            undone.clear();
            push(now, edit);
        }
        return then;
    }

    private void push(ProjectFile now, UnaryOperator<ProjectFile> edit) {
        done.push(new Step(now, edit, new ArrayList<>()));
        while (done.size() > MOST) {
            done.removeLast();
        }
    }

    /// @return what the project says then
    ProjectFile note(ProjectFile now, UnaryOperator<ProjectFile> note) {
        ProjectFile then = note.apply(now);
        if (!then.equals(now) && !done.isEmpty()) {
            done.peek().noted().add(note);
        }
        return then;
    }

    boolean undoable() {
        return !done.isEmpty();
    }

    boolean redoable() {
        return !undone.isEmpty();
    }

    /// @return what the project says without the last edit
    /// @throws java.util.NoSuchElementException if there is none
    ProjectFile undo() {
        Step last = done.pop();
        undone.push(last.edit());
        ProjectFile then = last.before();
        for (UnaryOperator<ProjectFile> note : last.noted()) {
            then = note.apply(then);
        }
        if (!done.isEmpty()) {
            done.peek().noted().addAll(last.noted());
        }
        return then;
    }

    /// @return what the project says with the edit that was taken back last
    /// @throws java.util.NoSuchElementException if there is none
    ProjectFile redo(ProjectFile now) {
        UnaryOperator<ProjectFile> again = undone.pop();
        push(now, again);
        return again.apply(now);
    }

    void forget() {
        done.clear();
        undone.clear();
    }
}
