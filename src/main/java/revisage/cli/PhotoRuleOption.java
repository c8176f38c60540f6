package revisage.cli;

import picocli.CommandLine.Option;

import revisage.study.PhotoRule;

/// Whether the source photos count.
final class PhotoRuleOption {

    @Option(names = "--type-i", description = "Compare with the source photos too.")
    private boolean typeOne;

    PhotoRule rule() {
        return typeOne ? PhotoRule.TYPE_I : PhotoRule.TYPE_II;
    }
}
