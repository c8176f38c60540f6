package revisage.people.synthetic;

import revisage.face.Photo;

/// A photo of somebody who does not exist, and what is known of it.
///
/// @param photo square, aligned to the template scaled to its size
/// @param sitting its points are pixels of the 112x112 picture, whatever the size of the photo
public record SyntheticPhoto(Photo photo, Sitting sitting) {}
