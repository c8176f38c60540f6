package revisage.vector.file;

/// A vector written into one cell: `[0.1, 0.2]`, with commas, semicolons or spaces between.
final class BracketedVector {

    private BracketedVector() {}

    static boolean is(String cell) {
        String plain = cell.strip();
        return plain.startsWith("[") && plain.endsWith("]");
    }

    static float[] read(String cell) throws NumberText.Unfit {
        String plain = cell.strip();
        String inside = plain.substring(1, plain.length() - 1).strip();
        boolean semicolons = inside.indexOf(';') >= 0;
        // With semicolons between numbers a comma is a decimal comma, and read() says so.
        String[] parts = semicolons ? inside.split(";", -1) : inside.split("\\s*,\\s*|\\s+", -1);
        float[] values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = NumberText.read(parts[i]);
        }
        return values;
    }
}
