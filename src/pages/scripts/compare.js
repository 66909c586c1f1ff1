/** Offers the picture as PNG as well: a browser alone can make one. */
const svg = document.querySelector('a[data-png]');

if (svg) {
  const png = document.createElement('a');
  png.href = svg.href;
  png.textContent = svg.dataset.png;
  png.addEventListener('click', async (event) => {
    event.preventDefault();
    const image = new Image();
    image.src = svg.href;
    await image.decode();
    const canvas = document.createElement('canvas');
    // Twice as fine as it is drawn, for print and for slides.
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const file = document.createElement('a');
    file.href = canvas.toDataURL('image/png');
    file.download = svg.download.replace(/svg$/, 'png');
    file.click();
  });
  svg.after(' ', png);
}
