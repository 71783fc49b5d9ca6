// How often credentials are renewed: about hourly, unless somebody says otherwise (imds.md 8).

export const USUAL_ROTATION_SECONDS = 3600;
export const SHORTEST_ROTATION_SECONDS = 10;
/** A set is there for a good while after the next one has come, whatever the interval. */
export const LONGEST_ROTATION_SECONDS = 21_600;

export const ROTATION_SECONDS_NEEDED = `A whole number of seconds from ${SHORTEST_ROTATION_SECONDS} (10 s) to ${LONGEST_ROTATION_SECONDS} (6 h) is needed, such as 600.`;
