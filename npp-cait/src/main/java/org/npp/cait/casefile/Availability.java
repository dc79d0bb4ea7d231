package org.npp.cait.casefile;

/** What files can say that this version can't compute. */
final class Availability {
    /** No instances. */
    private Availability() {}

    /** Adds what is not available to the errors, so that nothing else is said about it. */
    static void check(YamlTree yaml, Errors errors) {
        if (yaml.root().has("experiments")) {
            final Pointer experiments = Pointer.ROOT.child("experiments");
            errors.addAt(
                    Pointer.ROOT, experiments, yaml.line(experiments), "this is a study, not a case; npp fit reads it");
        }
    }
}
