const zh = {
  title: '登录',
  name: '账号',
  password: '密码',
  submit: '登录',
  residents: '市民上报与进度查询，不需要登录',
  wrong: '账号或密码不正确。',
  tooMany: '试得太快，请在 {span} 后再试。',
  locked: '多次输错密码，此账号已锁定。{span} 后自动解锁，或请管理员解锁。',
  disabled: '此账号已停用。请联系管理员。',
  passwordSet: '密码已设好，请登录。',
  demo: '演示城市：点一下即可登录',
  demoHelp: '这是一座会自己运转的演示城市，数据随时可以重建，放心点。',
}

const en: typeof zh = {
  title: 'Sign in',
  name: 'Account',
  password: 'Password',
  submit: 'Sign in',
  residents: 'Residents: report a problem or follow one, without an account',
  wrong: 'The account or the password is not right.',
  tooMany: 'Too many tries. Try again in {span}.',
  locked: 'This account is locked after too many wrong passwords. It opens in {span}, or when an administrator unlocks it.',
  disabled: 'This account is disabled. Ask an administrator.',
  passwordSet: 'The password is set. Sign in with it.',
  demo: 'Demo city: one click signs you in',
  demoHelp: 'This city runs by itself and can be rebuilt at any time. Click freely.',
}

export const login = { zh, en }
