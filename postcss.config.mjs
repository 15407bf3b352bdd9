// Tailwind reads its colours and sizes from app/globals.css.
export default { plugins: { "@tailwindcss/postcss": {} } };
