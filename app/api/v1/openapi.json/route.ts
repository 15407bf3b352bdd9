import { answerDocument } from "@/lib/api/document/answer-document";

export const GET = answerDocument;
