/** The two channels between window and app. What they carry is named by the contract, not by channels. */
export const requestChannel = 'stratbox:request';
export const eventChannel = 'stratbox:event';
