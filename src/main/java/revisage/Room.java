package revisage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a package may touch. Written on `package-info.java`, checked by `HouseTest`.
///
/// A room that is not listed here cannot be entered: an import that has no door fails the build
/// with the sentence in [#why()].
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface Room {

    /// Rooms of this house that the package may use, by the name after `revisage.`.
    String[] doors() default {};

    /// Roots of foreign packages it may use, beyond the basics of the JDK and JSpecify.
    String[] tools() default {};

    /// One sentence: why the room exists, and what would be lost if it knew more.
    String why();
}
