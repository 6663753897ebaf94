/** What a run may plot, on both sides of the wire. */
export const maximumPlots = 12;
export const maximumPlotName = 40;
