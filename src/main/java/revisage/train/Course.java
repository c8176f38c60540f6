package revisage.train;

/// What is shown at each step, and how fast the network learns: a reconstructor's whole training as
/// arithmetic, so that a run goes on at any step.
public interface Course {

    /// Steps in all, 1 or more.
    long steps();

    /// Pairs shown at a step, 1 or more; may change from step to step.
    int batch(long step);

    /// Pairs shown before a step.
    long shown(long step);

    /// Learning rate of a step.
    double rate(long step);

    /// What goes on at a step, in a word or two.
    String stage(long step);
}
