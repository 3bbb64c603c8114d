const LARGE = 8 * 1024 * 1024
const LONGEST = 3200

/**
 * A picture as it came from the camera, so that what the camera wrote stays in it; only one that the server would find too
 * large is made smaller. Undefined when it is no picture.
 */
export async function pictureFrom(file: File): Promise<Blob | undefined> {
  const known = ['image/jpeg', 'image/png', 'image/webp'].includes(file.type)
  if (known && file.size <= LARGE) return new Blob([await file.arrayBuffer()], { type: file.type })
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!bitmap) return undefined
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.88))
}
