import { apiRoute } from "@/lib/api/api-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute("/webhooks/{webhookId}/ping");
