import { reports, resident } from '../api/reports'
import { Problem } from '../http/client'
import { language } from '../i18n'
import type { Carrier, Parcel } from './outbox'

interface Told {
  title?: string
  detail?: string
  code?: string
}

function problemOf(request: XMLHttpRequest): Problem {
  let told: Told = {}
  try {
    told = JSON.parse(request.responseText) as Told
  } catch {
    // An answer that is no problem document has its status alone.
  }
  return new Problem(request.status, told.code ?? `HTTP_${request.status}`, told.title ?? request.statusText, told.detail)
}

function photoAddress(parcel: Parcel): string {
  const receipt = parcel.receipt!
  return parcel.door === 'resident' ? resident.addPhotoUrl(receipt.number) : reports.addPhotoUrl(receipt.id!)
}

/** By the old way of asking, which alone tells how much has been sent. */
function sendPhoto(parcel: Parcel, photo: Blob, share: (part: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', photoAddress(parcel))
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', language())
    request.setRequestHeader('X-Requested-With', 'chengshu')
    request.setRequestHeader('Content-Type', photo.type || 'application/octet-stream')
    if (parcel.door === 'resident') request.setRequestHeader('X-Report-Code', parcel.receipt!.code)
    request.upload.onprogress = (event) => event.lengthComputable && share(event.loaded / event.total)
    request.onload = () => (request.status < 300 ? resolve() : reject(problemOf(request)))
    request.onerror = () => reject(new Problem(0, 'NO_CONNECTION', ''))
    request.send(photo)
  })
}

export const carrier: Carrier = {
  report: (parcel) => (parcel.door === 'resident' ? resident : reports).send(parcel.body, parcel.key),
  photo: sendPhoto,
}
