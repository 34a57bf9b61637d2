package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;

/** A row that has not been tried yet. */
interface ProbeCheck {
    Question question();

    /** Makes the row's calls. */
    Outcome judge();

    default CallRow row() {
        return new CallRow(question(), judge());
    }
}
