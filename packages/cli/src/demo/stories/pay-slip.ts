/** A page of text as PDF, the smallest that viewers show: five objects and the table of where they begin. */
export function paySlip(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = lines.map((line) => `(${pdfTextOf(line)}) Tj T*`).join('\n');
  const content = `BT /F1 14 Tf 60 760 Td 22 TL\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  pdf += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new TextEncoder().encode(pdf);
}

const [ASCII_END, LATIN_1_END] = [0x7f, 0x100];

/** In ASCII only, so that characters are bytes and the table of offsets is right. */
function pdfTextOf(line: string): string {
  return Array.from(line.replaceAll(/[\\()]/g, '\\$&'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < ASCII_END) return character;
    return code < LATIN_1_END ? `\\${code.toString(8).padStart(3, '0')}` : '?';
  }).join('');
}
