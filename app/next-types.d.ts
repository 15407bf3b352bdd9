// Next's generated next-env.d.ts names one build folder; this holds for all of them.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
