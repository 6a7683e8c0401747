/** Id of the heading of the instrument on the page, which takes the focus when another one was chosen. */
export const instrumentHeading = "instrument";
