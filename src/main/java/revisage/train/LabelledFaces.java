package revisage.train;

import revisage.work.WorkException;

/// Aligned faces in any order, each with the number of its person. For any number of threads.
public interface LabelledFaces {

    /// n, 0 or more.
    int count();

    /// People, numbered from 0 on.
    int people();

    /// The person of face `i`, 0..people - 1.
    int person(int i);

    /// Writes face `i` to `rgb`: shape `(h, w, c)`, red-green-blue, 112x112.
    ///
    /// @throws WorkException if it cannot be read
    void copy(int i, byte[] rgb) throws WorkException, InterruptedException;
}
