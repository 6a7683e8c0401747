/** Header that carries the CSRF token of a session; in an answer, what became of it. */
export const csrfHeader = "x-csrf-token";

/** Says in an answer that a request was refused for its token, before anything was done. */
export const csrfRefused = "refused";
