/** A page for a person who cannot be let in: what happened and what to do next. Texts are our own. */
export function refusalPage(message: string, hint: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Stratbox</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem; }
      h1 { font-size: 1.25rem; }
    </style>
  </head>
  <body>
    <h1>Stratbox cannot be opened here</h1>
    <p>${message}</p>
    <p>${hint}</p>
  </body>
</html>
`;
}
