package revisage.study;

/// Whether the photo a probe was made from may be what it is recognised by.
public enum PhotoRule {
    /// It may: a comparison with the source image itself.
    TYPE_I("I"),
    /// It may not, nor may its near-duplicates: the person must be recognised in another photo.
    TYPE_II("II");

    private final String numeral;

    PhotoRule(String numeral) {
        this.numeral = numeral;
    }

    /// `I` or `II`, as in the literature.
    public String numeral() {
        return numeral;
    }
}
