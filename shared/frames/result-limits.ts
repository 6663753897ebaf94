/** What is kept and shown of a script's result, on both sides of the wire. */
export const maximumResultRows = 1000;
export const maximumResultColumns = 50;
export const maximumResultText = 2000;
export const maximumResultName = 120;
/** Of what could not be extracted, in words; more is cut off. */
export const maximumExtractionError = 4000;
/** Of the whole result as JSON; of a longer one fewer rows are kept. */
export const maximumResultLength = 1_000_000;
