package rows;

/** Inherits a function. */
public class Derived extends Base {}
