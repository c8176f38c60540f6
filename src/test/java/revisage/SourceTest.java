package revisage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// Reads every source: small files, short methods, and a sentence on every public type.
class SourceTest {

    private static final int LINES_A_FILE = 400;
    private static final int LINES_A_METHOD = 60;

    @Test
    void filesAndMethodsAreShortAndPublicTypesExplained() throws IOException {
        var complaints = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src"))) {
            List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var task =
                        (JavacTask)
                                compiler.getTask(
                                        null,
                                        manager,
                                        null,
                                        List.of("-proc:none"),
                                        null,
                                        manager.getJavaFileObjectsFromPaths(sources));
                var trees = Trees.instance(task);
                for (CompilationUnitTree unit : task.parse()) {
                    new Reader(unit, trees, complaints).scan(unit, null);
                }
            }
        }
        assertEquals(Set.of(), complaints);
    }

    private static final class Reader extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Set<String> complaints;
        private final String name;

        Reader(CompilationUnitTree unit, Trees trees, Set<String> complaints) {
            this.unit = unit;
            this.trees = trees;
            this.complaints = complaints;
            this.name = unit.getSourceFile().getName();
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
            long lines = unit.getLineMap().getLineNumber(end(tree));
            if (lines > LINES_A_FILE) {
                complaints.add(
                        "%s has %d lines, %d are allowed".formatted(name, lines, LINES_A_FILE));
            }
            return super.visitCompilationUnit(tree, nothing);
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            boolean open = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (open
                    && trees.getDocComment(trees.getPath(unit, tree)) == null
                    && !name.contains("/test/")) {
                complaints.add(
                        "%s: public %s has no sentence".formatted(name, tree.getSimpleName()));
            }
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            long from =
                    unit.getLineMap()
                            .getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            long lines = unit.getLineMap().getLineNumber(end(tree)) - from + 1;
            if (end(tree) > 0 && lines > LINES_A_METHOD) {
                complaints.add(
                        "%s: method %s has %d lines, %d are allowed"
                                .formatted(name, tree.getName(), lines, LINES_A_METHOD));
            }
            return super.visitMethod(tree, nothing);
        }

        private long end(Tree tree) {
            return trees.getSourcePositions().getEndPosition(unit, tree);
        }
    }
}
