package revisage;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Walks through the house and tries every door.
class HouseTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("revisage");

    /// Open to all. Not `java.awt`, `java.sql`, `java.net`: those need a sign.
    private static final List<String> BASICS =
            List.of(
                    "java.lang",
                    "java.util",
                    "java.io",
                    "java.nio",
                    "java.time",
                    "java.math",
                    "java.text");

    @Test
    void everyPackageIsARoomAndUsesOnlyItsDoors() {
        var complaints = new TreeSet<String>();
        for (JavaPackage room : HOUSE.getPackage("revisage").getSubpackagesInTree()) {
            if (room.getClasses().isEmpty()) {
                continue;
            }
            var sign = room.tryGetAnnotationOfType(Room.class);
            if (sign.isEmpty()) {
                complaints.add(room.getName() + " has no @Room in package-info.java");
                continue;
            }
            var open =
                    Stream.concat(
                                    Stream.of(sign.get().doors()).map(d -> "revisage." + d),
                                    Stream.of(sign.get().tools()))
                            .toList();
            for (var a : room.getClasses()) {
                for (var d : a.getDirectDependenciesFromSelf()) {
                    var target = d.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !allowed(room, target.getPackageName(), open)) {
                        complaints.add(
                                "%s must not use %s: %s"
                                        .formatted(
                                                a.getName(), target.getName(), sign.get().why()));
                    }
                }
            }
        }
        assertEquals(Set.of(), complaints);
    }

    private static boolean allowed(JavaPackage room, String target, List<String> open) {
        return target.equals(room.getName())
                || target.equals("revisage")
                || target.equals("org.jspecify.annotations")
                || BASICS.stream().anyMatch(b -> target.equals(b) || target.startsWith(b + "."))
                || open.contains(target)
                || open.stream()
                        .anyMatch(o -> !o.startsWith("revisage.") && target.startsWith(o + "."));
    }

    @Test
    void noCorridorRunsInACircle() {
        slices().matching("revisage.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void belowTheWindowNothingKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages("revisage.window..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(HOUSE);
    }

    @Test
    void nothingIsSharedBehindTheWalls() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("revisage..")
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .haveModifier(FINAL)
                .allowEmptyShould(true)
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("revisage.app")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(HOUSE);
    }
}
