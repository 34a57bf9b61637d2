package dev.gatehouse.doctor.probe;

/** A row that is still to be tried. */
interface Check {
    Row.Question question();

    /** Makes the row's calls. */
    Row.Judged judge();

    default Row row() {
        return new Row(question(), judge());
    }
}
