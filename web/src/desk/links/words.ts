import { addWords } from '@/shared/i18n'
import '../own/words'

const zh = {
  first: {
    title: '设立第一位管理员',
    help: '平台刚装好，还没有账号。第一位管理员可以做一切；之后由他为其他人建账号。',
    name: '账号',
    nameHelp: '登录时输入。小写字母、数字、点、横线。',
    displayName: '姓名',
    password: '密码',
    submit: '设立并登录',
  },
  reset: {
    title: '设置密码',
    help: '为账号 {name} 设置新密码。设好后用它登录。',
    password: '新密码',
    submit: '设置密码',
  },
  until: '链接有效期至 {time}。',
  gone: '链接已失效',
  goneHelp: '它可能已用过、已过期，或地址没有复制完整。请向管理员要一个新的链接。',
  goneFirst: '它可能已用过、已过期，或地址没有复制完整。在服务器上重新启动平台会给出新的链接；已有账号时请直接登录。',
  toLogin: '去登录',
}

const en: typeof zh = {
  first: {
    title: 'Make the first administrator',
    help: 'The platform is new and has no accounts. The first administrator may do everything, and makes the accounts of all others.',
    name: 'User name',
    nameHelp: 'Typed to sign in. Lower-case letters, digits, dots and dashes.',
    displayName: 'Name',
    password: 'Password',
    submit: 'Make it and sign in',
  },
  reset: {
    title: 'Set a password',
    help: 'Set a new password for the account {name}, then sign in with it.',
    password: 'New password',
    submit: 'Set the password',
  },
  until: 'The link is valid until {time}.',
  gone: 'This link does not work any more',
  goneHelp: 'It may have been used, have run out, or not be copied in full. Ask an administrator for a new one.',
  goneFirst: 'It may have been used, have run out, or not be copied in full. A restart of the platform on its server gives a new one; if there are accounts already, sign in.',
  toLogin: 'Sign in',
}

addWords('links', { zh, en })
