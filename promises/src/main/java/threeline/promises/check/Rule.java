package threeline.promises.check;

/** One kind of thing that a charter can't keep. */
interface Rule {

    void look(Look look);
}
