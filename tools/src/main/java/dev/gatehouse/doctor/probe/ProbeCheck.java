package dev.gatehouse.doctor.probe;

/** A row that has not been tried yet. */
interface ProbeCheck {
    ProbeRow.Question question();

    /** Makes the row's calls. */
    ProbeRow.Judged judge();

    default ProbeRow row() {
        return new ProbeRow(question(), judge());
    }
}
